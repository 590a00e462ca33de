// Every word of the site, page by page, so that another language is another folder.
import { learn } from "./learn";
import { lesson } from "./lesson";
import { network } from "./network";
import { numbers } from "./numbers";
import { score } from "./score";
import { site } from "./site";
import { task } from "./task";

export const words = { learn, lesson, network, numbers, score, site, task };
