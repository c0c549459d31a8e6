"""Opens an export by its data package, as a researcher would: every table with the types that the package names.

Usage: open_export.py MAP. Prints a JSON object with the number of rows per table. Any warning is an error.
"""
import json
import sys
import warnings
from pathlib import Path

import pandas as pd
from frictionless import Package

warnings.simplefilter("error")

DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "date": "string", "datetime": "string"}


def read(folder: Path, resource: dict) -> pd.DataFrame:
    fields = resource["schema"]["fields"]
    table = pd.read_csv(
        folder / resource["path"],
        dtype={field["name"]: DTYPES[field["type"]] for field in fields},
        keep_default_na=False,
        na_values=resource["schema"].get("missingValues", [""]),
        true_values=["true"],
        false_values=["false"],
        encoding="utf-8",
    )
    assert list(table.columns) == [field["name"] for field in fields], resource["name"]
    for field in fields:
        if field["type"] in ("date", "datetime"):
            table[field["name"]] = pd.to_datetime(table[field["name"]], format="ISO8601", utc=field["type"] == "datetime")
        if field.get("constraints", {}).get("required"):
            assert table[field["name"]].notna().all(), field["name"]
    return table


def main() -> None:
    folder = Path(sys.argv[1])
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = {resource["name"]: read(folder, resource) for resource in package["resources"]}
    for resource in package["resources"]:
        table, schema = tables[resource["name"]], resource["schema"]
        key = schema.get("primaryKey", [])
        if key:
            assert not table.duplicated(subset=key).any(), resource["name"]
        for foreign in schema.get("foreignKeys", []):
            other = tables[foreign["reference"]["resource"]] if foreign["reference"].get("resource") else table
            wanted = table[foreign["fields"]].dropna().apply(tuple, axis=1)
            assert wanted.isin(set(other[foreign["reference"]["fields"]].apply(tuple, axis=1))).all(), resource["name"]
    # frictionless itself uses things that Python warns about; that says nothing of the export.
    warnings.simplefilter("ignore")
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]
    print(json.dumps({name: len(table) for name, table in tables.items()}))


main()
