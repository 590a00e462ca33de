// Every word of the site, page by page, so that another language is another folder.
import { customers } from "./customers";
import { end } from "./end";
import { forwardPropagation } from "./forward-propagation";
import { learn } from "./learn";
import { lesson } from "./lesson";
import { marks } from "./marks";
import { network } from "./network";
import { numbers } from "./numbers";
import { oneNeuron } from "./one-neuron";
import { playground } from "./playground";
import { repetition } from "./repetition";
import { scale } from "./scale";
import { score } from "./score";
import { site } from "./site";
import { straightLine } from "./straight-line";
import { table } from "./table";
import { task } from "./task";
import { teach } from "./teach";
import { whatItMisses } from "./what-it-misses";

export const words = {
  customers,
  end,
  forwardPropagation,
  learn,
  lesson,
  marks,
  network,
  numbers,
  oneNeuron,
  playground,
  repetition,
  scale,
  score,
  site,
  straightLine,
  table,
  task,
  teach,
  whatItMisses,
};
