//! For what kind of institution a system is.

use crate::app::words::pick;
use crate::office::Lang;

/// Kinds of institutions that stand together in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Family {
    /// Service centres and approval halls.
    Centres,
    /// Government agencies, bureaus, courts.
    Government,
    /// Hospitals.
    Health,
    /// Companies.
    Companies,
    /// Property management.
    Property,
    /// Whatever suits any house.
    General,
}

impl Family {
    /// Every family, in the order of the list.
    pub(crate) const ALL: [Self; 6] =
        [Self::Centres, Self::Government, Self::Health, Self::Companies, Self::Property, Self::General];

    /// What people call it.
    pub(crate) fn name(self, lang: Lang) -> &'static str {
        let said = match self {
            Self::Centres => ["政务服务中心", "政務服務中心", "Service centres"],
            Self::Government => ["机关与公共机构", "機關與公共機構", "Public bodies"],
            Self::Health => ["医院", "醫院", "Hospitals"],
            Self::Companies => ["企业", "企業", "Companies"],
            Self::Property => ["物业管理", "物業管理", "Property management"],
            Self::General => ["通用", "通用", "General"],
        };
        pick(lang, said)
    }
}

/// The family of a sector.
pub(crate) fn family(sector: &str) -> Family {
    match sector {
        "service_centre" | "approval_hall" | "assessment_centre" => Family::Centres,
        "agency" | "bureau" | "court" | "government" | "health_bureau" | "housing_bureau" | "municipal_office"
        | "personnel_bureau" | "public_service" | "township" => Family::Government,
        "hospital" => Family::Health,
        "company" | "hotel" | "telecom" | "service" => Family::Companies,
        "property" => Family::Property,
        _ => Family::General,
    }
}

/// Names a sector; one that a writer invented is shown as it is written.
pub(crate) fn sector(lang: Lang, code: &str) -> String {
    let said = match code {
        "agency" => ["机关", "機關", "Agency"],
        "approval_hall" => ["审批大厅", "審批大廳", "Approval hall"],
        "assessment_centre" => ["评审中心", "評審中心", "Assessment centre"],
        "bureau" => ["局", "局", "Bureau"],
        "company" => ["公司", "公司", "Company"],
        "court" => ["法院", "法院", "Court"],
        "general" => ["通用", "通用", "General"],
        "government" => ["政府", "政府", "Government"],
        "health_bureau" => ["卫生局", "衛生局", "Health bureau"],
        "hospital" => ["医院", "醫院", "Hospital"],
        "hotel" => ["酒店", "飯店", "Hotel"],
        "housing_bureau" => ["房管局", "房管局", "Housing bureau"],
        "municipal_office" => ["市级机关", "市級機關", "Municipal office"],
        "organisation" => ["各类单位", "各類單位", "Any organisation"],
        "personnel_bureau" => ["人事局", "人事局", "Personnel bureau"],
        "property" => ["物业管理", "物業管理", "Property management"],
        "public_service" => ["公共服务", "公共服務", "Public service"],
        "reception" => ["接待", "接待", "Reception"],
        "service" => ["服务业", "服務業", "Services"],
        "service_centre" => ["政务服务中心", "政務服務中心", "Service centre"],
        "telecom" => ["电信", "電信", "Telecom"],
        "township" => ["乡镇", "鄉鎮", "Township"],
        "unit" => ["机关单位", "機關單位", "Unit"],
        other => return other.to_owned(),
    };
    pick(lang, said).to_owned()
}
