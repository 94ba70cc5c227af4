/** Where a finished assessment goes: to the host of the repository that the site names. */

/** Addresses above this, in bytes, are refused by GitHub; its own limit is 8,191. */
const LONGEST = 7500;

/**
 * The page of the host on which a file is added.
 * @param {{type: string, url: string, branch: string, path: string} | undefined} repository
 * @param {string} path of the file in the site: "assessments/payments/2026-10-31.yaml"
 * @param {string} content
 * @param {string} message of the commit
 * @returns {{href: string, filled: boolean} | undefined} filled: the content is in the
 *   address; else it has to be pasted. Undefined where the host has no such page.
 */
export function newFilePage(repository, path, content, message) {
  if (!repository) return undefined;
  const { type, url } = repository;
  const branch = repository.branch.split("/").map(encodeURIComponent).join("/");
  const full = [repository.path, path].filter(Boolean).join("/");
  const [folder, name] = [full.slice(0, full.lastIndexOf("/")), full.slice(full.lastIndexOf("/") + 1)];
  const encoded = encodeURIComponent(full);
  switch (type) {
    case "github": {
      const href = `${url}/new/${branch}?filename=${encoded}`;
      const filled = `${href}&value=${encodeURIComponent(content)}`;
      return filled.length <= LONGEST ? { href: filled, filled: true } : { href, filled: false };
    }
    case "gitlab":
      return { href: `${url}/-/new/${branch}?file_name=${encoded}&commit_message=${encodeURIComponent(message)}`, filled: false };
    case "gitee":
      return { href: `${url}/new/${branch}`, filled: false };
    case "gitea":
      return { href: `${url}/_new/${branch}/${folder.split("/").map(encodeURIComponent).join("/")}?filename=${encodeURIComponent(name)}`, filled: false };
    default:
      return undefined;
  }
}

/** The commands by which the same is done in a clone; ids and days need no quotes. */
export function gitCommands(repository, files, team, key) {
  const paths = files.map(({ path }) => [repository?.path, path].filter(Boolean).join("/"));
  const folder = paths[0].slice(0, paths[0].lastIndexOf("/"));
  const branch = `assess-${team}-${key}`;
  return [
    `git switch -c ${branch}`,
    `mkdir -p ${quote(folder)}`,
    ...paths.map((path) => `mv ~/Downloads/${path.slice(path.lastIndexOf("/") + 1)} ${quote(path)}`),
    `git add ${paths.map(quote).join(" ")}`,
    `git commit -m "assessments: ${team} ${key}"`,
    `git push -u origin ${branch}`,
  ].join("\n");
}

/** The path of the site's folder comes from its maker and may hold a space. */
function quote(path) {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
