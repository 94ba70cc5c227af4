/**
 * Makes an element. Text among the children becomes text, never HTML.
 * @param {string} name
 * @param {Record<string, unknown>} [attributes] true and false set or leave out one without a value
 * @param {...(Node | string)} children
 */
export function el(name, attributes = {}, ...children) {
  return build(document.createElement(name), attributes, children);
}

/** The same for pictures. */
export function svg(name, attributes = {}, ...children) {
  return build(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function build(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** The data that a page gives to a script, from the element that the script works in. */
export function dataIn(root) {
  return JSON.parse(root.querySelector('script[type="application/json"]').textContent);
}
