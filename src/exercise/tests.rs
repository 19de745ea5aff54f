//! Exercises as they are read, written, judged and attempted.

mod attempts;
mod judging;
mod kept;
mod links;
mod reading;
pub mod shipped;

use super::Exercise;
use crate::region::Region;
use crate::region::tests::region;

/// A small exercise with a step of every kind.
pub const SMALL: &str = r#"{
  "exercise": 1,
  "id": "small",
  "model": 2,
  "region": "zhangjiakou-2021.2",
  "title": {"zh-Hans": "小练习", "en": "A small exercise"},
  "minutes": 10,
  "start": {"values": {"jobs.workshop": "5000"}},
  "open": ["funds", "coverage", "jobs.outward"],
  "hide": ["headline", "paths", "gaps"],
  "limits": [{"output": "funds.total", "at_most": "plan"}],
  "steps": [
    {"kind": "predict", "text": {"zh-Hans": "覆盖面提高到85%，2023年收入会是多少？"},
     "output": "income.scenario.2023", "change": {"coverage": "0.85"}, "ask": "number", "of": "change", "within": "20",
     "feedback": {"zh-Hans": "您预测{answer}，实际为{change:income.scenario.2023}，相差{distance}。"}},
    {"kind": "predict", "text": {"zh-Hans": "缺口会怎样？"}, "output": "coverage_missing.2023",
     "change": {"coverage": "0.85"}, "ask": "direction"},
    {"kind": "show", "text": {"zh-Hans": "收入从{start:income.scenario.2023}变为{income.scenario.2023}，计划为{plan:income.scenario.2023}。"},
     "change": {"coverage": "0.85"}, "outputs": ["difference.2023"], "reveal": ["headline"]},
    {"kind": "do", "text": {"zh-Hans": "使2023年收入比计划高100元。"},
     "goal": [{"output": "difference.2023", "at_least": "100"}], "limits": [{"output": "coverage_missing.2023", "at_most": "start"}],
     "hints": [{"after": 2, "text": {"zh-Hans": "看看外出务工。"}}]},
    {"kind": "choose", "text": {"zh-Hans": "哪一项增收最多？"}, "why": true, "best": {"output": "difference.2023", "is": "most"},
     "options": [
       {"text": {"zh-Hans": "外出务工多1000人"}, "change": {"jobs.outward": "1000"}},
       {"text": {"zh-Hans": "什么也不做"}, "feedback": {"zh-Hans": "也是一种选择。"}}]},
    {"kind": "say", "text": {"zh-Hans": "用一句话说说体会。"}}
  ],
  "notes": {"aim": {"zh-Hans": "理解覆盖面的代价。"}}
}"#;

/// The small exercise, read.
pub fn small(region: &Region) -> Exercise {
    read(SMALL, region).expect("a whole exercise")
}

fn read(text: &str, region: &Region) -> Result<Exercise, Vec<crate::problem::Problem>> {
    Exercise::read(text, &[region])
}
