//! What programs outside know things of this site by: full addresses, and ids that no later build may change.

use super::View;
use crate::text::hash;

impl View<'_> {
    /// The full address of a page or file; from the root where the site's own is not known.
    #[must_use]
    pub fn link_to(&self, address: &str) -> String {
        format!("{}{address}", self.config.site.base_url.as_deref().unwrap_or_default())
    }

    /// A permanent id in the form of an address. A site that does not know its own gets one from its title, as a UUID.
    pub(super) fn permanent_id(&self, name: &str) -> String {
        if self.config.site.base_url.is_some() {
            return self.link_to(name);
        }
        let digits = hash::of(format!("{}\n{name}", self.config.site.title).as_bytes());
        let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
        // Version 8 with the variant of RFC 9562: the other bits are those of the hash.
        format!("urn:uuid:{}-{}-8{}-8{}-{}", part(0, 8), part(8, 12), part(12, 15), part(15, 18), part(18, 30))
    }

    /// What stands behind the `@` in the ids of events: the host of the site, or something like one made from its title.
    pub(super) fn domain(&self) -> String {
        let base = self.config.site.base_url.as_deref().unwrap_or_default();
        let host = base.split_once("://").and_then(|(_, rest)| rest.split('/').next());
        if let Some(host) = host.filter(|host| !host.is_empty()) {
            return host.to_owned();
        }
        let digits = hash::of(self.config.site.title.as_bytes());
        format!("{}.invalid", digits.get(..16).unwrap_or_default())
    }
}
