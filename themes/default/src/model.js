/** What several pages ask of the model that the site publishes for scripts. */

/** All capabilities of a model, in its order. */
export function capabilitiesOf(model) {
  return model.domains.flatMap((domain) => domain.areas.flatMap((area) => area.capabilities));
}

/** The link to the page of a capability. */
export function capabilityHref({ home, portable }, id) {
  return `${home.replace(/index\.html$/, "")}${id.replaceAll(".", "/")}/${portable ? "index.html" : ""}`;
}
