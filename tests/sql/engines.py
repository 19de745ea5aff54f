"""Runs scripts of SQL on an engine: python engines.py duckdb|spark FILE, where FILE is JSON, a list of
{"table": csv, "script": sql}. Prints a list of rows for each, the last statement's."""

import json
import sys
from pathlib import Path


def statements(script):
    kept = [line for line in script.splitlines() if not line.lstrip().startswith("--")]
    return [part for part in ("\n".join(kept) + "\n").split(";\n") if part.strip()]


def on_duckdb(tasks, _folder):
    import duckdb

    for task in tasks:
        connection = duckdb.connect()
        connection.execute(
            "CREATE TABLE households AS SELECT * FROM read_csv(?, header = true, all_varchar = true)",
            [task["table"]],
        )
        for statement in statements(task["script"]):
            connection.execute(statement)
        yield connection.fetchall()


def on_spark(tasks, folder):
    from pyspark.sql import SparkSession

    settings = {
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
        "spark.sql.warehouse.dir": f"{folder}/warehouse",
        "spark.local.dir": f"{folder}/local",
        "spark.sql.ansi.enabled": "true",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "1g",
        # A short run: what the quick compiler makes is ready sooner.
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.codegen.wholeStage": "false",
    }
    builder = SparkSession.builder.master("local[2]").appName("zengshou")
    for key, value in settings.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    for task in tasks:
        table = spark.read.csv(task["table"], header=True)
        table.createOrReplaceTempView("households")
        rows = []
        for statement in statements(task["script"]):
            rows = spark.sql(statement).collect()
        yield rows
    spark.stop()


def main():
    engine, file = sys.argv[1:]
    with open(file, encoding="utf-8") as source:
        tasks = json.load(source)
    run = on_duckdb if engine == "duckdb" else on_spark
    found = [
        [[*row[:3], None if row[3] is None else str(int(row[3]))] for row in rows]
        for rows in run(tasks, str(Path(file).parent))
    ]
    print(json.dumps(found))


main()
