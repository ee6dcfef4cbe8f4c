// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.space.Space;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.trial.EarlierStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a study would go on with: its last search, if that was interrupted and nobody goes on with it.
 *
 * <pre>{@code
 * Optional<Continuation> left = Continuation.of(space, spec);
 * Study<T> study = left.filter(Continuation::isSame).isPresent()
 *         ? Study.resume(space, spec, left.get().run())
 *         : Study.open(space, spec);
 * }</pre>
 *
 * @param run the run
 * @param differences what of the study decides its course and is not as it was when the run began, for people; empty if it is all the
 *     same, so that the run goes on as if it had never been interrupted
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Continuation(RunId run, List<String> differences) {

    /** Creates a continuation. */
    public Continuation {
        differences = List.copyOf(differences);
    }

    /**
     * Looks for a run to go on with.
     *
     * @param space the space to search
     * @param spec what the study is
     * @return empty if the study has no search, if the last one came to its end, or if a process that lives goes on with it
     * @throws dev.hpo.storage.StorageException if the runs cannot be read
     */
    public static Optional<Continuation> of(Space<?> space, StudySpec spec) {
        return last(spec)
                .filter(last -> !last.isFinished() && !last.isHeld())
                .map(last -> new Continuation(last.id(), differences(last.header(), space, spec)));
    }

    /** Returns the last search of a study. */
    static Optional<RunRecord> last(StudySpec spec) {
        return spec.storage().runs(spec.name()).stream()
                .filter(run -> run.id().kind() == RunKind.SEARCH)
                .reduce((earlier, later) -> later);
    }

    /** Returns whether a study can take part in a run: it has not ended, or not for all, and the study is the same. */
    static boolean isOpen(RunRecord run, Space<?> space, StudySpec spec) {
        return (!run.isFinished() || run.isHeld())
                && differences(run.header(), space, spec).isEmpty();
    }

    private static List<String> differences(RunHeader then, Space<?> space, StudySpec spec) {
        if (!then.fingerprint().equals(space.fingerprint())) {
            return Beginnings.changes(then, space);
        }
        // The space is the same, so what is left of it is the start configuration.
        List<String> differences = new ArrayList<>(Beginnings.changes(then, space));
        if (!then.basis().code().equals(spec.code())) {
            differences.add("the classes of the test or of its configuration were others");
        }
        if (spec.seed().isPresent() && spec.seed().getAsLong() != then.seed()) {
            differences.add("seed (" + spec.seed().getAsLong() + ") was " + then.seed());
        }
        List<String> earlier = Beginnings.earlier(
                        space, spec, Beginnings.start(space).instance(), then.id())
                .stream()
                .map(EarlierStudy::describe)
                .toList();
        if (!earlier.equals(then.basis().earlier())) {
            differences.add(
                    "earlier studies (" + earlier + ") were " + then.basis().earlier());
        }
        differences.addAll(RunCourse.differences(then.basis().course(), RunCourse.of(space, spec)));
        return differences;
    }

    /** Returns whether the run would go on as if it had never been interrupted. */
    public boolean isSame() {
        return differences.isEmpty();
    }
}
