// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import dev.hpo.analysis.Analysis;
import dev.hpo.report.StudyView;
import dev.hpo.trial.PathMask;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the page of a study shows besides the study.
 *
 * @param replay the command that runs a trial again, with {@link dev.hpo.report.SummaryHints#TRIAL} where its number goes; empty if there is none
 * @param mask what is kept out of the texts of exceptions, and of the command that runs a trial again
 * @param earlier earlier runs of the study, to lay over this one; possibly none
 * @param analysis what the trials tell; empty if they could not be analysed, which the page then says
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record PageContext(String replay, PathMask mask, List<StudyView> earlier, Optional<Analysis> analysis) {

    /** Nothing besides the study. */
    public static final PageContext NONE = new PageContext("", PathMask.NONE, List.of(), Optional.empty());

    /** Creates a context. */
    public PageContext {
        earlier = List.copyOf(earlier);
    }
}
