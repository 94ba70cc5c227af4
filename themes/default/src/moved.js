/** On a page that only leads on: leads on with the anchor that the reader came with. */
import { fragment } from "./former.js";

const { to, moved } = JSON.parse(document.querySelector('script[type="application/json"]').textContent);
const anchor = fragment();
if (anchor && Object.hasOwn(moved, anchor)) location.replace(moved[anchor]);
else location.replace(to.includes("#") ? to : to + location.hash);
