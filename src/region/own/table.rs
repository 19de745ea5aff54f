//! Tables as files hold them: the columns once, then a list a row. Ten thousand projects fit into a browser's storage
//! so, and would not with every name at every value.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A table as it is written.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RawTable {
    columns: Vec<String>,
    rows: Vec<Vec<Value>>,
}

impl RawTable {
    /// True for a table without rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table of some rows: a column for every value that any of them has.
    pub fn of<T: Serialize>(rows: &[T]) -> Self {
        let objects: Vec<Map<String, Value>> = rows
            .iter()
            .filter_map(|row| match serde_json::to_value(row) {
                Ok(Value::Object(object)) => Some(object),
                _ => None,
            })
            .collect();
        let mut columns: Vec<String> = Vec::new();
        for name in objects.iter().flat_map(Map::keys) {
            if !columns.contains(name) {
                columns.push(name.clone());
            }
        }
        let line = |mut object: Map<String, Value>| {
            let mut cells: Vec<Value> = columns
                .iter()
                .map(|name| object.remove(name).unwrap_or(Value::Null))
                .collect();
            while cells.last() == Some(&Value::Null) {
                cells.pop();
            }
            cells
        };
        Self {
            rows: objects.into_iter().map(line).collect(),
            columns,
        }
    }

    /// The rows.
    ///
    /// # Errors
    /// The number of the first row that can't be understood, from 1.
    pub fn read<T: DeserializeOwned>(self) -> Result<Vec<T>, usize> {
        let columns = self.columns;
        let rows = self.rows.into_iter().enumerate();
        rows.map(|(at, cells)| {
            if cells.len() > columns.len() {
                return Err(at + 1);
            }
            let cells = columns.iter().cloned().zip(cells);
            let object = cells.filter(|(_, value)| !value.is_null());
            serde_json::from_value(Value::Object(object.collect())).map_err(|_| at + 1)
        })
        .collect()
    }
}
