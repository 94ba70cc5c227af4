/** Loads what a page may not fetch: it could have been opened from a folder. */

/** Adds a script or a style sheet to the page, and waits until it has been loaded. */
export function add(name, attributes) {
  const node = Object.assign(document.createElement(name), attributes);
  return new Promise((resolve, reject) => {
    node.onload = resolve;
    node.onerror = () => {
      node.remove(); // so that it can be asked for again
      reject(new Error(`cannot load ${node.src ?? node.href}`));
    };
    document.head.append(node);
  });
}

/**
 * Loads a file of the search index, by its path from the root of the site, and
 * returns what it sets: the global of its path without hash and ending.
 */
export async function part(root, path) {
  const name = path.replace(/(?:\.[0-9a-f]{8})?\.js$/, "");
  if (!window.gradus?.[name]) await add("script", { src: root + path });
  return window.gradus[name];
}
