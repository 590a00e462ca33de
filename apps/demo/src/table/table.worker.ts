// Reads, fits and predicts for the page, which only draws.
import { serve } from "../worker/remote";
import { sentRequests } from "./sent-requests";
import { createSession } from "./session";

const requests = sentRequests();
const session = createSession();

const handlers = {
  ...session,
  /** How many requests this worker has made since it began to work. */
  requests: () => requests.count(),
};

export type TableHandlers = typeof handlers;

serve(handlers);
