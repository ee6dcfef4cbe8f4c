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
 * @param replay the command or the options that run a trial again, with {@value #TRIAL} where its number goes, and in further
 *     lines what else does; empty if there are none
 * @param goOn how a run that was interrupted goes on: {@code run it again to go on}; empty if it does not
 * @param accepted how what is accepted stands to what was found, in whole lines; empty if nothing is
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record SummaryHints(List<String> files, String replay, String goOn, List<String> accepted) {

    /** Stands for the number of a trial. */
    public static final String TRIAL = "{trial}";

    /** No file, no replay. */
    public static final SummaryHints NONE = new SummaryHints(List.of(), "");

    /** Creates hints. */
    public SummaryHints {
        files = List.copyOf(files);
        accepted = List.copyOf(accepted);
    }

    /** Creates hints for the summary of a study whose result is not accepted. */
    public SummaryHints(List<String> files, String replay, String goOn) {
        this(files, replay, goOn, List.of());
    }

    /** Creates hints for the summary of a run that does not go on. */
    public SummaryHints(List<String> files, String replay) {
        this(files, replay, "");
    }
}
