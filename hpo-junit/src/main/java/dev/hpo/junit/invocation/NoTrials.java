// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.invocation;

import dev.hpo.space.Space;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import dev.hpo.trial.Outcome;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * None at all: JUnit wants one invocation of every test template, which is skipped for a reason.
 *
 * @param space the space that they would be from
 * @param reason why there are none
 */
@API(status = Status.INTERNAL, since = "0.1")
public record NoTrials(Space<?> space, String reason) implements TrialSource {

    @Override
    public Optional<? extends Suggestion<?>> next(int invocation) {
        return Optional.empty();
    }

    @Override
    public Optional<String> endReason() {
        return Optional.of(reason);
    }

    @Override
    public Outcome outlook(Trial trial, Optional<Throwable> cause) {
        return trial.record().outcome();
    }

    @Override
    public void ended(Trial trial, Optional<Throwable> cause) {}

    @Override
    public void abandoned(Trial trial, String because) {}

    @Override
    public void skipped() {}

    @Override
    public void cancelled() {}

    @Override
    public boolean endsWithMistakes() {
        return false;
    }

    @Override
    public boolean isStrict(Trial trial) {
        return false;
    }
}
