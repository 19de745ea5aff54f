//! Words of columns that hold one of a few things. A word that is not known is never taken for one that is.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::project_type::ProjectType;
use crate::rows::{AssetClass, FigureStatus, OperatingState, ProjectState};
use crate::synonyms::folded;

/// Words by what they mean.
type Words<T> = LazyLock<HashMap<&'static str, T>>;

/// Makes lines of words parted by strokes ready for many look-ups. The first line with a word holds.
fn words<T: Copy>(lines: &[(T, &'static str)]) -> HashMap<&'static str, T> {
    let mut words = HashMap::new();
    for (value, line) in lines {
        for word in line.split('|') {
            words.entry(word).or_insert(*value);
        }
    }
    words
}

/// A type of projects, by its official name or another that is in use.
pub fn project_type(text: &str) -> Option<ProjectType> {
    static WORDS: Words<ProjectType> = LazyLock::new(|| {
        words(&[
            (
                ProjectType::Industry,
                "产业发展|产业发展类|产业|产业类|产业项目|产业发展项目|产业帮扶|industry|industrialdevelopment",
            ),
            (
                ProjectType::Employment,
                "就业项目|就业|就业类|就业帮扶|就业增收|employment",
            ),
            (
                ProjectType::RuralConstruction,
                "乡村建设行动|乡村建设|乡村建设类|乡村建设项目|乡村建设行动类|ruralconstruction",
            ),
            (
                ProjectType::RelocationSupport,
                "易地搬迁后扶|易地搬迁后续扶持|易地搬迁|易地扶贫搬迁后续扶持|易地搬迁后扶类|relocationsupport|supportafterrelocation|relocation",
            ),
            (
                ProjectType::ThreeGuarantees,
                "巩固三保障成果|巩固三保障|三保障|巩固三保障成果类|巩固三保障成果项目|threeguarantees",
            ),
            (
                ProjectType::Governance,
                "乡村治理和精神文明建设|乡村治理和精神文明|乡村治理与精神文明建设|乡村治理|乡村治理精神文明建设|governance",
            ),
            (
                ProjectType::Management,
                "项目管理费|管理费|项目管理|managementfee|management",
            ),
            (ProjectType::Other, "其他|其它|其他项目|其他类|other"),
        ])
    });
    WORDS.get(&*folded(text)).copied()
}

/// The type that a second or third level of the national form belongs to.
pub fn type_of_second_level(text: &str) -> Option<ProjectType> {
    static WORDS: Words<ProjectType> = LazyLock::new(|| {
        words(&[
            (
                ProjectType::Industry,
                "生产项目|种植业基地|养殖业基地|水产养殖业发展|林草基地建设|休闲农业与乡村旅游|光伏电站建设|加工流通项目|农产品仓储保鲜冷链基础设施建设|加工业|市场建设和农村物流|品牌打造和展销平台|配套设施项目|配套基础设施项目|小型农田水利设施建设|产业园区|产业园|产业服务支撑项目|智慧农业|科技服务|人才培养|农业社会化服务|金融保险配套项目|小额贷款贴息|小额信贷贴息|小额信贷风险补偿金|特色产业保险保费补助|新型经营主体贷款贴息|高质量庭院经济|庭院特色种植|庭院特色养殖|庭院特色手工|庭院特色休闲旅游|庭院生产生活服务|新型农村集体经济发展项目",
            ),
            (
                ProjectType::Employment,
                "务工补助|交通费补助|生产奖补劳务补助等|生产奖补劳务补助|劳务补助|帮扶车间特色手工基地建设|帮扶车间建设|技能培训|就业创业培训|以工代训|创业|创业培训|创业奖补|乡村工匠|乡村工匠培育培训|公益性岗位|公益岗位",
            ),
            (
                ProjectType::RuralConstruction,
                "农村基础设施|农村基础设施含产业配套基础设施|村庄规划编制|农村道路建设通村路通户路小型桥梁等|农村道路建设|产业路资源路旅游路建设|产业路|农村供水保障设施建设|农村电网建设|数字乡村建设|农村清洁能源设施建设|人居环境整治|农村卫生厕所改造户用公共厕所|农村卫生厕所改造|农村污水治理|农村垃圾治理|村容村貌提升|农村公共服务|学校建设或改造|村卫生室标准化建设|农村养老设施建设|公共照明设施|开展县乡村公共服务一体化示范创建|农村公益性殡葬设施建设",
            ),
            (
                ProjectType::RelocationSupport,
                "公共服务岗位|一站式社区综合服务设施建设|易地扶贫搬迁贷款债券贴息补助",
            ),
            (
                ProjectType::ThreeGuarantees,
                "住房|农村危房改造等农房改造|农村危房改造|危房改造|教育|享受雨露计划职业教育补助|雨露计划|参与学前教育行动|其他教育类项目|健康|参加城乡居民基本医疗保险|参加大病保险|接受医疗救助|接受大病救助|参加其他补充医疗保险|综合保障|享受农村居民最低生活保障|享受特困人员救助供养|参加城乡居民基本养老保险|参加意外保险|接受留守关爱服务|接受临时救助|防贫保险基金|防贫保险",
            ),
            (
                ProjectType::Governance,
                "开展乡村治理示范创建|推进积分制清单式等管理方式|农村精神文明建设|培养四有新时代农民|移风易俗改革示范县乡村|科技文化卫生三下乡|农村文化项目",
            ),
            (
                ProjectType::Other,
                "少数民族特色村寨建设项目|困难群众饮用低氟茶",
            ),
        ])
    });
    WORDS.get(&*folded(text)).copied()
}

/// A project's state.
pub fn project_state(text: &str) -> Option<ProjectState> {
    static WORDS: Words<ProjectState> = LazyLock::new(|| {
        words(&[
            (
                ProjectState::Reserve,
                "储备|入库|储备库|已入库|拟实施|reserve|planned",
            ),
            (
                ProjectState::NotStarted,
                "未开工|未开始|待开工|未实施|未动工|notstarted",
            ),
            (
                ProjectState::UnderConstruction,
                "在建|已开工|开工|实施中|建设中|施工中|正在实施|进行中|underconstruction|started",
            ),
            (
                ProjectState::Completed,
                "完工|已完工|竣工|已竣工|完成|已完成|completed|done",
            ),
            (
                ProjectState::Accepted,
                "验收|已验收|验收合格|竣工验收|完工验收|accepted",
            ),
            (
                ProjectState::Ended,
                "终止|已终止|取消|已取消|停建|停工终止|ended|cancelled",
            ),
        ])
    });
    WORDS.get(&*folded(text)).copied()
}

/// An asset's class.
pub fn asset_class(text: &str) -> Option<AssetClass> {
    static WORDS: Words<AssetClass> = LazyLock::new(|| {
        words(&[
            (
                AssetClass::Operating,
                "经营性|经营性资产|经营|经营类|operating",
            ),
            (
                AssetClass::PublicWelfare,
                "公益性|公益性资产|公益|公益类|publicwelfare|public",
            ),
            (
                AssetClass::Household,
                "到户|到户类|到户资产|到户类资产|household",
            ),
        ])
    });
    WORDS.get(&*folded(text)).copied()
}

/// The operation of an asset.
pub fn operating_state(text: &str) -> Option<OperatingState> {
    static WORDS: Words<OperatingState> = LazyLock::new(|| {
        words(&[
            (
                OperatingState::Good,
                "良好|运营良好|运行良好|正常|正常运营|good",
            ),
            (
                OperatingState::Poor,
                "低效|低效运营|运营低效|一般|poor|inefficient",
            ),
            (OperatingState::Idle, "闲置|已闲置|停用|idle"),
        ])
    });
    WORDS.get(&*folded(text)).copied()
}

/// The status of a figure.
pub fn figure_status(text: &str) -> Option<FigureStatus> {
    static WORDS: Words<FigureStatus> = LazyLock::new(|| {
        words(&[
            (
                FigureStatus::Published,
                "公布|已公布|公开|发布|已发布|统计|published|official",
            ),
            (
                FigureStatus::Derived,
                "推算|估算|测算|计算|推导|derived|estimated",
            ),
            (
                FigureStatus::Assumed,
                "假设|假定|设定|默认|assumed|assumption|default",
            ),
        ])
    });
    WORDS.get(&*folded(text)).copied()
}

/// True for the city itself, which stands beside its counties.
pub fn is_city_itself(text: &str) -> bool {
    [
        "市本级",
        "市直",
        "市级",
        "本级",
        "市本级及直属",
        "cityitself",
        "city",
    ]
    .contains(&&*folded(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_known_by_official_names_and_never_guessed() {
        for each in ProjectType::ALL {
            assert_eq!(project_type(each.official_name()), Some(each));
        }
        assert_eq!(project_type("產業發展"), Some(ProjectType::Industry));
        assert_eq!(
            project_type("巩固“三保障”成果"),
            Some(ProjectType::ThreeGuarantees)
        );
        assert_eq!(project_type("产业大发展"), None);
        assert_eq!(
            type_of_second_level("产业园（区）"),
            Some(ProjectType::Industry)
        );
        assert_eq!(
            type_of_second_level("“一站式”社区综合服务设施建设"),
            Some(ProjectType::RelocationSupport)
        );
        assert_eq!(project_state("闲置"), None);
    }
}
