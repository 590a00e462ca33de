// Entry of the npm scripts: checks the version of Node, installs and builds what is out of date, then starts what was asked for.
// Written in the JavaScript of 2009, so that a Node that is too old still reads it and can say so.
"use strict";

var path = require("path");
var spawn = require("child_process").spawn;
var spawnSync = require("child_process").spawnSync;

var root = path.join(__dirname, "..");
var settings = require("../package.json");

/** The sentence for a Node that is too old, or undefined when it will do. */
function complaint(version) {
  var wanted = /(\d+)\.(\d+)/.exec(settings.engines.node);
  var got = /(\d+)\.(\d+)/.exec(version);
  var tooOld = +got[1] < +wanted[1] || (+got[1] === +wanted[1] && +got[2] < +wanted[2]);
  if (!tooOld) return undefined;
  return (
    "neurite needs Node " +
    wanted[0] +
    " or later, and this is Node " +
    version +
    ": install a newer one from nodejs.org."
  );
}

/** Runs a script of the root package.json through pnpm, which npm fetches; its output goes to the given place. */
function pnpm(args, output) {
  var environment = Object.assign({}, process.env);
  delete environment.INIT_CWD;
  // npm hands its own --silent on by this variable; an installation that fails must say why.
  delete environment.npm_config_loglevel;
  var npm = process.env.npm_execpath;
  var options = { cwd: root, env: environment, stdio: ["ignore", output, 2] };
  var rest = ["--yes", "--", settings.packageManager].concat(args);
  if (npm && /npm-cli\.js$/.test(npm)) return spawnSync(process.execPath, [npm, "exec"].concat(rest), options);
  return spawnSync("npm", ["exec"].concat(rest), Object.assign({ shell: process.platform === "win32" }, options));
}

/** Runs a script with Node and ends as it ends. */
function become(args, directory) {
  var child = spawn(process.execPath, args, { cwd: directory, stdio: "inherit" });
  function forward(signal) {
    // A terminal sends Ctrl-C to the child too, which takes a second one for "at once"; npm sends its own on top.
    if (signal !== "SIGINT" || !(process.stdin.isTTY || process.stderr.isTTY)) child.kill(signal);
  }
  ["SIGINT", "SIGTERM", "SIGHUP"].forEach(function (signal) {
    process.on(signal, forward);
  });
  child.on("exit", function (status, signal) {
    if (signal) {
      process.removeListener(signal, forward);
      process.kill(process.pid, signal);
    } else process.exit(status);
  });
}

function exitUnlessDone(result) {
  if (result.error) {
    process.stderr.write("npm could not be started: " + result.error.message + "\n");
    process.exit(1);
  }
  if (result.signal) process.kill(process.pid, result.signal);
  if (result.status !== 0) process.exit(result.status === null ? 1 : result.status);
}

/** Everything the CLI needs (which is every package), made only when something it is made from has changed. Standard output stays clean. */
function build() {
  var freshness = require("./freshness.cjs");
  if (freshness.isFresh(root)) return;
  process.stderr.write(
    "Setting up: installing and building what is out of date (the first time takes about a minute).\n"
  );
  var sources = freshness.sources(root);
  exitUnlessDone(pnpm(["run", "build:cli"], 2));
  freshness.remember(root, sources);
}

function main(task, args) {
  var old = complaint(process.versions.node);
  if (old) {
    process.stderr.write(old + "\n");
    process.exit(1);
  }
  if (task === "start") {
    build();
    become([path.join(__dirname, "start.mjs")].concat(args), root);
  } else if (task === "neurite") {
    build();
    // npm changes to the package's folder; the caller's paths are meant from where the caller is.
    become([path.join(root, "apps", "cli", "dist", "index.js")].concat(args), process.env.INIT_CWD || process.cwd());
  } else if (task === "bench") {
    // It builds once it knows that its arguments make sense.
    become([path.join(root, "bench", "main.mjs")].concat(args), root);
  } else {
    exitUnlessDone(pnpm(["run", task].concat(args), 1));
  }
}

exports.build = build;
exports.complaint = complaint;

if (require.main === module) main(process.argv[2], process.argv.slice(3));
