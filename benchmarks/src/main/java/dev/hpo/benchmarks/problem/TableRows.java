// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the CSV file of a table. */
final class TableRows {

    private TableRows() {}

    static List<NamedCsvRecord> read(Table table) {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(table.file())) {
            reader.forEach(rows::add);
        } catch (IOException | CsvParseException e) {
            throw new ProblemException(table.file() + " cannot be read: " + e.getMessage(), e);
        }
        if (rows.isEmpty()) {
            throw table.broken("there must be rows");
        }
        return rows;
    }

    static double number(Table table, NamedCsvRecord row, String column) {
        String text = row.findField(column)
                .orElseThrow(() -> table.broken("line " + row.getStartingLineNumber() + " must have " + column));
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
            throw table.broken(
                    "line " + row.getStartingLineNumber() + ": " + column + " (" + text + ") must be finite");
        } catch (NumberFormatException e) {
            throw table.broken(
                    "line " + row.getStartingLineNumber() + ": " + column + " (" + text + ") must be a number");
        }
    }
}
