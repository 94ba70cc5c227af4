// Keeps an open page up to date with the files it is made of. The server adds
// this script to the pages it serves; no published page has it.
(() => {
  "use strict";
  const script = document.currentScript;
  const own = { build: Number(script.dataset.build), hash: script.dataset.hash };
  const words = document.documentElement.lang.startsWith("zh")
    ? { title: "文件有错，仍显示上一次的正常页面", close: "关闭" }
    : { title: "There are errors; you see the last good page", close: "Close" };
  let overlay = null;

  const source = new EventSource("/_gradus/events");
  source.onmessage = (event) => {
    const state = JSON.parse(event.data);
    if (state.problems) {
      show(state.problems);
    } else {
      hide();
    }
    if (state.build !== own.build) {
      refresh(state.build);
    }
  };
  addEventListener("pagehide", () => source.close());

  // A build that did not change this page is none of its business.
  async function refresh(build) {
    own.build = build;
    try {
      const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
      if (answer.headers.get("ETag") !== `"${own.hash}"`) {
        location.reload();
      }
    } catch {
      // The server has gone; the stream will say when it is back.
    }
  }

  function show(problems) {
    hide();
    overlay = document.createElement("div");
    overlay.id = "gradus-problems";
    overlay.setAttribute("role", "alertdialog");
    overlay.setAttribute("aria-labelledby", "gradus-problems-title");
    const title = document.createElement("h2");
    title.id = "gradus-problems-title";
    title.textContent = words.title;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = words.close;
    close.addEventListener("click", hide);
    overlay.append(title, close);
    for (const problem of problems) {
      const item = document.createElement("div");
      const place = document.createElement("code");
      place.textContent = problem.place;
      const text = document.createElement("p");
      text.textContent = problem.text;
      item.append(place, text);
      for (const hint of problem.hints ?? []) {
        const line = document.createElement("p");
        line.className = "hint";
        line.textContent = hint;
        item.append(line);
      }
      overlay.append(item);
    }
    document.body.append(overlay);
    close.focus();
  }

  function hide() {
    overlay?.remove();
    overlay = null;
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hide();
    }
  });
})();
