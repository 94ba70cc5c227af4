import { word } from "./page.js";
import { say } from "./say.js";

/** Puts a button beside every block of code that copies it. */
export function copyCode() {
  if (!navigator.clipboard) return;
  for (const code of document.querySelectorAll("pre.code")) {
    const box = document.createElement("div");
    const button = document.createElement("button");
    box.className = "code-box";
    button.type = "button";
    button.textContent = word("script.copy");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        say(word("script.copied.code"));
      } catch {
        getSelection().selectAllChildren(code); // not allowed: ready to be copied by hand
      }
    });
    code.replaceWith(box);
    box.append(code, button);
  }
}
