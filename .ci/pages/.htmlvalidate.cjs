// Which rules of html-validate the pages are held to.
module.exports = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // The minifier writes the doctype in lower case; the HTML standard does not
    // tell cases apart here.
    "doctype-style": "off",
    // How long a title is depends on the names of the team and of the handbook,
    // and only a search engine's list cuts it off.
    "long-title": "off",
    // Footnotes ("fn:1") and the parts of the print page ("method..roles") have
    // ids with colons and dots, which the HTML standard allows.
    "valid-id": ["error", { relaxed: true }],
    // Our own files come from where the page comes from, so a sum of them
    // guards nothing. Whatever comes from elsewhere needs one.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};
