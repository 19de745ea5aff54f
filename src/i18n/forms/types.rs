//! Types of projects and what they are counted as, in words.

use zengshou_sheets::{FundUse, ProjectSum, TypeLine, TypeName, TypeTable};

use super::Catalog;
use crate::model::key::Category;
use crate::problem::quote;

impl Catalog {
    /// The name of a category that projects are counted as.
    pub fn fund_use(&self, of: FundUse) -> String {
        let category = match of {
            FundUse::Industry => Category::Industry,
            FundUse::Infrastructure => Category::Infrastructure,
            FundUse::Other => Category::Other,
        };
        self.category(category).to_string()
    }

    /// The name of a line of the map: a type, or its second level as it stands in the table.
    pub fn type_name(&self, name: &TypeName) -> String {
        match &name.second_level {
            None => self.project_type(name.project_type),
            Some(second) => quote(second),
        }
    }

    /// The planned money of some projects, with those that have none.
    pub fn planned_money(&self, sum: &ProjectSum) -> String {
        let money = self.form_amount(sum.money);
        match sum.without_amount {
            0 => money,
            count => {
                let count = self.whole(count.into());
                self.format(
                    "types-without-amount",
                    &[("money", &money), ("count", &count)],
                )
            }
        }
    }

    /// Projects by their types, in lines.
    pub fn type_lines(&self, table: &TypeTable) -> Vec<String> {
        let mut lines: Vec<String> = table
            .lines
            .iter()
            .map(|line| self.type_line(line))
            .collect();
        if table.more_lines > 0 {
            let count = self.whole(table.more_lines.into());
            lines.push(self.format("types-more", &[("count", &count)]));
        }
        if table.untyped.projects > 0 {
            let count = self.whole(table.untyped.projects.into());
            lines.push(self.format("types-untyped", &[("count", &count)]));
        }
        lines
    }

    fn type_line(&self, line: &TypeLine) -> String {
        let name = match &line.name.second_level {
            None => self.type_name(&line.name),
            Some(_) => {
                let whole = self.project_type(line.name.project_type);
                format!("{whole}/{}", self.type_name(&line.name))
            }
        };
        let projects = self.whole(line.sum.projects.into());
        let (money, counted) = (
            self.planned_money(&line.sum),
            self.fund_use(line.counted_as),
        );
        let arguments = [
            ("name", &*name),
            ("projects", &projects),
            ("money", &money),
            ("category", &counted),
        ];
        self.format("types-line", &arguments)
    }
}
