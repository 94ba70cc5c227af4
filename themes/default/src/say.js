let status, clear;

/** Tells every reader that something was done: in a corner, and to screen readers. */
export function say(text) {
  if (!status) {
    status = document.createElement("p");
    status.setAttribute("role", "status");
    status.className = "said";
    document.body.append(status);
  }
  status.textContent = text;
  clearTimeout(clear);
  clear = setTimeout(() => { status.textContent = ""; }, 3000);
}
