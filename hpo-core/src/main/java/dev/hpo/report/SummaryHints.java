// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where the reader of a summary can go from there.
 *
 * @param files the files that were written, as paths that the reader can open; an entry that begins with spaces hangs below the
 *     one before it, such as names below their folder
 * @param selection the options that select this study on the command line, such as {@code -Dtest=DigitsTuning#tune}; empty if
 *     a trial cannot be replayed
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record SummaryHints(List<String> files, String selection) {

    /** No file, no replay. */
    public static final SummaryHints NONE = new SummaryHints(List.of(), "");

    /** Creates hints. */
    public SummaryHints {
        files = List.copyOf(files);
    }
}
