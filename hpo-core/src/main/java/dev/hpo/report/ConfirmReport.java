// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The runs that confirm what a search has found as comma-separated values, one row a run by rising number: {@code confirmations.csv}.
 *
 * <p>The columns are {@code number}; {@code trial}, that of the search which has the configuration, or {@code start}; {@code round}, of which the last one has chosen nothing; {@code state},
 * {@code value} and {@code seed}; {@code failure} and {@code reason}; and those of {@link CsvReport#TIME_COLUMNS}.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ConfirmReport {

    private ConfirmReport() {}

    /**
     * Writes the runs.
     *
     * @param target is flushed and left open
     * @throws IOException if the target cannot be written
     */
    public static void write(ConfirmView view, Writer target) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new LeftOpen(target));
        List<String> header =
                new ArrayList<>(List.of("number", "trial", "round", "state", "value", "seed", "failure", "reason"));
        header.addAll(CsvReport.TIME_COLUMNS);
        csv.writeRecord(header);
        for (TrialRecord run : view.runs().trials()) {
            csv.writeRecord(row(run));
        }
        csv.close();
    }

    private static List<String> row(TrialRecord run) {
        Optional<Repeated> of = Repeated.of(run);
        return List.of(
                String.valueOf(run.number()),
                of.map(repeated -> repeated.text().replace("trial ", "")).orElse(""),
                of.map(repeated -> String.valueOf(repeated.round())).orElse(""),
                run.state().name(),
                run.value().isPresent() ? String.valueOf(run.value().getAsDouble()) : "",
                String.valueOf(run.start().seed()),
                run.failure().map(failure -> failure.kind().name()).orElse(""),
                run.failure().map(Failure::message).map(VisibleText::lines).orElse(""),
                run.start().startedAt().toString(),
                run.finishedAt().map(Object::toString).orElse(""),
                run.duration().map(CsvReport::seconds).orElse(""));
    }
}
