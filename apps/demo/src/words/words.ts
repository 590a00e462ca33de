// Every word of the site, page by page, so that another language is another folder.
import { customers } from "./customers";
import { end } from "./end";
import { learn } from "./learn";
import { lesson } from "./lesson";
import { marks } from "./marks";
import { network } from "./network";
import { numbers } from "./numbers";
import { repetition } from "./repetition";
import { scale } from "./scale";
import { score } from "./score";
import { site } from "./site";
import { straightLine } from "./straight-line";
import { task } from "./task";
import { whatItMisses } from "./what-it-misses";

export const words = { customers, end, learn, lesson, network, numbers, repetition, scale, score, site, task };
