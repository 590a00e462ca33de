// Every word of the site, page by page, so that another language is another folder.
import { learn } from "./learn";
import { numbers } from "./numbers";
import { score } from "./score";
import { site } from "./site";
import { task } from "./task";

export const words = { learn, numbers, score, site, task };
