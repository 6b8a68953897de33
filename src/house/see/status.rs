//! Office, device and ledger at a glance.

use crate::protocol::{ChainFaultView, OfficeView, StatusView};

use super::Look;

impl Look<'_> {
    /// Shows the office.
    pub(super) fn office(&self) -> Option<OfficeView> {
        self.house.office.as_ref().map(|office| OfficeView {
            name: office.name.in_lang(self.lang),
            address: office.address.in_lang(self.lang),
            complaint_phone: office.complaint_phone.clone(),
            example: office.example,
        })
    }

    /// Shows the system in force, the device and its ledger.
    pub(super) fn status(&self) -> StatusView {
        let house = self.house;
        let home = house.office.as_ref().map(|office| &office.id);
        let by_office = house.ledger.tickets_by_office();
        let own = home.and_then(|office| by_office.get(office.0.as_str())).copied().unwrap_or_default();
        let foreign = by_office.values().sum::<u64>() - own;
        StatusView {
            system: house.pack(self.moment).ok().map(|pack| self.system_card(pack)),
            device: house.device_id().to_string(),
            tickets: own,
            events: u64::try_from(house.ledger.len()).unwrap_or(u64::MAX),
            fresh: house.fresh(),
            foreign,
            chain_faults: house.ledger.chain_faults().iter().map(ChainFaultView::from).collect(),
        }
    }
}
