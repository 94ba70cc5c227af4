/** Marks, in the contents beside the text, the section that is being read. */
export function followContents() {
  const sections = [];
  for (const link of document.querySelectorAll('aside.contents a[href^="#"]')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) sections.push({ link, heading });
  }
  if (!sections.length) return;

  const footer = document.querySelector("footer.foot");
  const atEnd = () => scrollY > 0 && footer?.getBoundingClientRect().bottom <= innerHeight + 1;
  const isRead = ({ heading }) => heading.getBoundingClientRect().top < innerHeight * READ_TO;

  let marked;
  const mark = () => {
    const current = atEnd() ? sections.at(-1) : sections.findLast(isRead) ?? sections[0];
    if (current === marked) return;
    marked?.link.removeAttribute("aria-current");
    current.link.setAttribute("aria-current", "true");
    marked = current;
  };
  // Observers call when a heading passes the line, and when the page ends: the
  // headings of short last sections never come up to the line.
  const observer = new IntersectionObserver(mark, { rootMargin: `0px 0px -${(1 - READ_TO) * 100}% 0px` });
  sections.forEach(({ heading }) => observer.observe(heading));
  if (footer) new IntersectionObserver(mark, { threshold: 1 }).observe(footer);
}

/** A section is being read when its heading is above this share of the window's height. */
const READ_TO = 0.3;
