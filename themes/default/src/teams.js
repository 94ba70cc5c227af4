/**
 * Loads what the site publishes of a team. It is a script and not JSON, because
 * a page that was opened from a folder may load the one and not the other.
 * @param {string} root the way to the root of the site
 * @param {string} id of a team that the site is known to publish
 * @returns {Promise<object>}
 */
export function loadTeam(root, id) {
  loading.set(id, loading.get(id) ?? new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${root}data/teams/${id}.js`;
    script.addEventListener("load", () => resolve(window.gradus.teams[id]));
    script.addEventListener("error", () => {
      loading.delete(id); // the next try may have more luck
      script.remove();
      reject(new Error(script.src));
    });
    document.head.append(script);
  }));
  return loading.get(id);
}

const loading = new Map();
