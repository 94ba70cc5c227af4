/** Marks, in the contents beside the text, the section that is being read. */
export function followContents() {
  const sections = [];
  for (const link of document.querySelectorAll('aside.contents a[href^="#"]')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) sections.push({ link, heading });
  }
  if (!sections.length) return;

  let marked;
  const mark = () => {
    const current = sections.findLast(({ heading }) => heading.getBoundingClientRect().top < innerHeight * READ_TO) ?? sections[0];
    if (current === marked) return;
    marked?.link.removeAttribute("aria-current");
    current.link.setAttribute("aria-current", "true");
    marked = current;
  };
  // The observer calls when a heading passes the line, and only then.
  const observer = new IntersectionObserver(mark, { rootMargin: `0px 0px -${(1 - READ_TO) * 100}% 0px` });
  sections.forEach(({ heading }) => observer.observe(heading));
}

/** A section is being read when its heading is above this share of the window's height. */
const READ_TO = 0.3;
