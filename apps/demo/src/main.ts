import { mount } from "svelte";
import { keepOffline } from "./offline/keep-offline";
import Site from "./site/site.svelte";
import "./style/tokens.css";
import "./style/base.css";

const target = document.getElementById("site");
if (target) mount(Site, { target });
keepOffline();
