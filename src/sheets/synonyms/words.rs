//! Words of headers, parted by strokes: a line a column.

use crate::field::{CountyField, ProjectField};

/// Traditional characters of headers and categories, and below them the simplified ones.
pub const TRADITIONAL: &str = "縣區鄉鎮項類總資產來開竣驗權屬運營狀況閒閑戶脫貧務勞動監測應業還貸餘額備註稱號編碼單數萬億個級設質實際撥報備庫終產儲風險問題淨純農崗覆蓋蓋發興後鞏環處點規劃補償歸屬獎績聯帶築綜養電話關鍵當範圍團體齊車間務專門億麼標別責證殘費幫遷網優較評穩療職員線聯證條徑達計態納";
/// The simplified characters.
pub const SIMPLIFIED: &str = "县区乡镇项类总资产来开竣验权属运营状况闲闲户脱贫务劳动监测应业还贷余额备注称号编码单数万亿个级设质实际拨报备库终产储风险问题净纯农岗覆盖盖发兴后巩环处点规划补偿归属奖绩联带筑综养电话关键当范围团体齐车间务专门亿么标别责证残费帮迁网优较评稳疗职员线联证条径达计态纳";

/// Words for the columns of counties.
pub fn county(field: CountyField) -> &'static str {
    match field {
        CountyField::Name => {
            "县|区县|县名|县市区|县区名称|单位|单位名称|地区|行政区|行政区划|县市区旗|county|district|name|county or district"
        }
        CountyField::Code => "区划代码|行政区划代码|行政区代码|县区代码|code",
        CountyField::LiftedHouseholds => {
            "脱贫户|脱贫户户数|建档立卡脱贫户数|已脱贫户数|lifted households|lifted_households"
        }
        CountyField::LiftedPeople => {
            "脱贫人口数|脱贫人数|脱贫人|已脱贫人口|脱贫户人口|lifted people|lifted population"
        }
        CountyField::Income => {
            "脱贫人口人均纯收入|人均收入|脱贫户人均纯收入|本年人均纯收入|脱贫人口收入|net income per head|income per head"
        }
        CountyField::IncomeBefore => {
            "上年脱贫人口人均纯收入|去年人均纯收入|上年收入|上一年人均纯收入|previous net income per head|income per head last year|net income per head, year before"
        }
        CountyField::RuralIncome => {
            "农村居民人均可支配收入|农村居民收入|农民人均可支配收入|农民收入|农村居民人均收入|rural disposable income|rural income|disposable income of rural residents"
        }
        CountyField::Granted => {
            "衔接资金|下达衔接资金|资金总额|到位资金|安排资金|下达资金总额|资金规模|财政衔接资金|下达资金合计|下达金额|funds granted|granted"
        }
        CountyField::GrantedIndustry => {
            "产业资金|用于产业|下达资金其中产业|其中产业资金|其中产业发展|产业发展资金|of which industry|industry funds|of these, industry"
        }
        CountyField::Spent => {
            "已支出资金|支出资金|支出金额|累计支出|实际支出|支出|已支付|已支付资金|拨付金额|已拨付|spent"
        }
        CountyField::Projects => "项目个数|项目总数|项目数量|实施项目数|projects",
        CountyField::Started => "开工数|开工项目|开工项目数|已开工|已开工项目数|started|begun",
        CountyField::Completed => {
            "完工数|完工项目|完工项目数|已完工|已完工项目数|竣工|竣工数|completed"
        }
        CountyField::Workers => {
            "脱贫人口务工人数|外出务工人数|务工|务工规模|脱贫劳动力务工人数|workers|people working outside"
        }
        CountyField::Labour => {
            "劳动力|脱贫劳动力|脱贫劳动力数|有劳动能力人数|脱贫人口劳动力数|labour|labour force|people able to work"
        }
        CountyField::PublicJobs => {
            "公益性岗位|公益岗|公益岗位数|公益性岗位数|公益岗位人数|公益性岗位人数|public jobs|public welfare jobs"
        }
        CountyField::CoveredHouseholds => {
            "产业帮扶覆盖户数|已覆盖户数|覆盖户|产业帮扶户数|covered households|households covered"
        }
        CountyField::DueHouseholds => {
            "应覆盖户|应帮扶户数|应享受户数|households due|due households|households to be covered"
        }
        CountyField::MonitoredHouseholds => {
            "监测户|监测户数|累计监测户数|累计监测对象户数|监测对象户数|累计识别监测户|累计识别户数|monitored households|monitored households, all so far"
        }
        CountyField::RiskFreeHouseholds => {
            "已消除风险户|已消除风险户数|消除风险户数|风险消除户数|已消除户数|households free of risk|risk-free households|of these, free of risk"
        }
        CountyField::GuaranteeProblems => {
            "三保障问题|问题数|排查问题数|发现问题数|三保障问题个数|guarantee problems|problems with the three guarantees"
        }
        CountyField::GuaranteeSolved => {
            "已整改数|整改数|已整改问题数|已解决|已解决问题数|guarantee problems solved|solved|of these, solved"
        }
        CountyField::Credit => {
            "小额贷款余额|小额信贷|贷款余额|脱贫人口小额信贷余额|信贷余额|small credit|credit balance|balance of small credit"
        }
        CountyField::Day => "截止日期|统计日期|数据日期|截至时间|截止时间|日期|day|date|as of",
        CountyField::Remark => "说明|备注说明|remark|remarks|note|notes",
    }
}

/// Words for the columns of projects.
pub fn project(field: ProjectField) -> &'static str {
    match field {
        ProjectField::Number => {
            "项目代码|项目编码|编号|项目库编号|项目号|project number|number|id|project id"
        }
        ProjectField::County => {
            "县|区县|县名|县市区|县市区旗|县区名称|county|district|county or district"
        }
        ProjectField::Township => "乡|镇|乡镇名称|乡镇街道|所属乡镇|镇乡|township",
        ProjectField::Village => "行政村|村名|所属村|村社区|实施村|village",
        ProjectField::Name => "名称|项目|项目名|实施项目名称|project name|project|name",
        ProjectField::Year => "年份|项目年度|计划年度|实施年度|year",
        ProjectField::Type => {
            "类型|项目类别|项目分类|项目大类|一级类型|项目一级类型|类别|project type|type"
        }
        ProjectField::SecondLevel => {
            "项目子类型|子类型|二级项目类型|项目二级类型|二级分类|项目子类|子类|second level|subtype"
        }
        ProjectField::Nature => "项目性质|建设类型|nature|new or continued",
        ProjectField::Total => {
            "总投资额|投资总额|投资|投资规模|计划投资|计划总投资|项目总投资|项目投资|计划投入资金|资金规模|资金总额|项目预算总投资|资金投入|资金合计|投资合计|total investment|total"
        }
        ProjectField::Central => {
            "中央资金|中央衔接|中央衔接资金|中央财政衔接资金|中央财政资金|中央财政|资金来源中央|central|central funds"
        }
        ProjectField::Province => {
            "省资金|省级|省级资金|省衔接|省级衔接|省级衔接资金|省级财政|省级财政资金|省级财政衔接资金|资金来源省|资金来源省级|province|provincial|provincial funds|provinces funds"
        }
        ProjectField::City => {
            "市资金|市级|市级资金|市级衔接|市级衔接资金|市级财政|市级财政衔接资金|资金来源市|资金来源市级|city|city funds|municipal|citys funds"
        }
        ProjectField::CountyFunds => {
            "县资金|县级|县级资金|县级衔接|县级衔接资金|县级财政|县级财政衔接资金|资金来源县|资金来源县级|区县级资金|county funds|countys funds"
        }
        ProjectField::OtherFunds => {
            "其他资金|其它资金|其它|自筹|自筹资金|其他来源|资金来源其他|社会资金|other|other funds"
        }
        ProjectField::OtherName => {
            "其它资金名称|其他资金来源|其他资金说明|name of other funds|other funds name"
        }
        ProjectField::Paid => {
            "已支付资金|支付资金|已支付金额|已拨付|已拨付资金|已支出|已支出资金|支出金额|拨付金额|支付金额|累计支付|paid"
        }
        ProjectField::State => {
            "项目状态|项目进度|进度|进展|实施状态|建设状态|项目进展|state|status"
        }
        ProjectField::Started => {
            "开工日期|开工时间|开始时间|开始日期|实际开工时间|计划开工时间|started|start|start date|day begun"
        }
        ProjectField::Completed => {
            "完工日期|完工时间|竣工时间|竣工日期|结束时间|完成时间|实际完工时间|计划完工时间|completed|completion|completion date|day completed"
        }
        ProjectField::AssetValue => {
            "资产原价|资产价值|原值|资产金额|资产规模|asset value|assets original value"
        }
        ProjectField::AssetClass => "资产类型|资产性质|资产分类|asset class|class of asset",
        ProjectField::Ownership => "产权归属|所有权|权属单位|资产权属|产权|ownership|owner",
        ProjectField::Operation => {
            "运营状态|运行状况|经营状况|运行状态|资产运营状况|经营状态|operation|operating state"
        }
        ProjectField::YearlyReturn => {
            "年收益额|收益|年度收益|资产收益|年收益金额|yearly return|return|return a year"
        }
        ProjectField::ReturnToHouseholds => {
            "到户收益|其中到户收益|分红到户|年收益其中到户|收益到户|return to households|of which to households|of that, to households"
        }
        ProjectField::LiftedHouseholds => {
            "受益脱贫户数|脱贫户|脱贫户数|带动脱贫户|带动脱贫户数|lifted households|lifted households that benefit"
        }
        ProjectField::MonitoredHouseholds => {
            "受益监测户数|监测户|监测户数|带动监测户|带动监测户数|监测对象户数|monitored households|monitored households that benefit"
        }
        ProjectField::Workers => {
            "吸纳就业人数|务工人数|吸纳务工|带动就业人数|带动务工人数|吸纳就业|workers|people employed"
        }
    }
}
