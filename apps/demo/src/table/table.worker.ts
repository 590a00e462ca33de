// Reads, fits and predicts for the page, which only draws.
import { serve } from "../worker/remote";
import { sentRequests } from "./sent-requests";
import { createSession } from "./session";

const requests = sentRequests();
const session = createSession();

const handlers = {
  ...session,
  /** How many requests this worker has made; counted from now on where asked for. */
  requests(anew: boolean) {
    if (anew) requests.reset();
    return requests.count();
  },
};

export type TableHandlers = typeof handlers;

serve(handlers);
