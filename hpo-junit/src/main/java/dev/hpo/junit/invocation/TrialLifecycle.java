// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.invocation;

import dev.hpo.junit.TrialAbortedException;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.TuningFailedError;
import dev.hpo.junit.VisibleFault;
import dev.hpo.report.FailureLines;
import dev.hpo.space.VisibleText;
import dev.hpo.study.InfeasibleException;
import dev.hpo.study.Trial;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.TestAbortedException;

/**
 * Follows one invocation from its beginning to its end: what JUnit is to make of its trial, and what the study is told.
 *
 * <p>The study is told in the {@link TestWatcher}, the only callback that comes after everything else and sees every outcome.
 * What sets a trial up, in {@code @BeforeEach}, counts as a part of it; what fails afterwards, in {@code @AfterEach} or in
 * another extension, is no fault of the configuration and fails the test.
 */
final class TrialLifecycle
        implements ExecutionCondition,
                AfterTestExecutionCallback,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler,
                TestWatcher {

    /** Why JUnit 6 skips a test when its run is cancelled. */
    private static final String CANCELLED = "Execution cancelled";

    private static final String BUSY =
            "this thread runs a trial below this one, which would wait for it; another invocation takes its place";

    private final TrialInvocation invocation;
    private boolean isJudged;
    private @Nullable Throwable thrown;

    TrialLifecycle(TrialInvocation invocation) {
        this.invocation = invocation;
    }

    /** The first callback of an invocation, on the thread that runs it: here a concurrent one gets its trial. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Trial> trial = invocation.meet();
        if (trial.isEmpty()) {
            return ConditionEvaluationResult.disabled(
                    VisibleText.of(invocation.source().endReason().orElse(BUSY)));
        }
        invocation.announcement().ifPresent(values -> context.publishReportEntry(invocation.kind(), values));
        return ConditionEvaluationResult.enabled("a trial is left");
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws Exception {
        if (context.getExecutionException().isEmpty()) {
            judge(Optional.empty());
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable throwable) throws Throwable {
        rethrow(throwable);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable throwable)
            throws Throwable {
        rethrow(throwable);
    }

    private void rethrow(Throwable throwable) throws Throwable {
        // What JUnit itself throws, as for a parameter that nobody resolves, is no fault of the configuration.
        if (throwable instanceof TestAbortedException) {
            throw VisibleFault.of(throwable) == throwable
                    ? throwable
                    : new TrialAbortedException(String.valueOf(throwable.getMessage()));
        }
        if (throwable instanceof JUnitException) {
            throw throwable;
        }
        judge(Optional.of(MemoryGuard.unwrap(throwable)));
        throw VisibleFault.of(throwable);
    }

    /** Throws what JUnit is to see of a trial that is not complete; returns if it is to see the trial's own exception. */
    private void judge(Optional<Throwable> cause) {
        Outcome outcome = invocation.source().outlook(invocation.running(), cause);
        if (outcome instanceof Outcome.Complete) {
            return;
        }
        isJudged = true;
        thrown = cause.orElse(null);
        if (outcome instanceof Outcome.Pruned pruned) {
            throw new TrialAbortedException(name() + (pruned.isPaused() ? " paused: " : " pruned: ") + pruned.reason());
        }
        if (outcome instanceof Outcome.Running) {
            tryAgain(cause);
        }
        if (outcome instanceof Outcome.Failed failed) {
            fail(failed.failure(), cause);
        }
    }

    private void tryAgain(Optional<Throwable> cause) {
        if (cause.isEmpty()) {
            throw new TrialAbortedException(name()
                    + " reported nothing with what it found in its checkpoint, and is tried again from its beginning");
        }
        boolean isInterrupted = cause.get() instanceof InterruptedException;
        throw new TrialAbortedException(
                name()
                        + (isInterrupted
                                ? " was interrupted, and goes on from its checkpoint"
                                : " could not go on from its checkpoint, and is tried again from its beginning"),
                cause.get());
    }

    private void fail(Failure failure, Optional<Throwable> cause) {
        boolean isStrict = invocation.source().isStrict(invocation.running());
        boolean isRed = failure.isMistake() && (isStrict || invocation.source().endsWithMistakes());
        String message = failure.isMistake()
                ? FailureLines.named(invocation.running().record(), failure.message(), ": ")
                : name() + " failed: " + failure.message();
        if (isRed && cause.isEmpty()) {
            throw new TuningConfigurationException(message);
        }
        if (isRed) {
            return;
        }
        if (!isStrict) {
            // What cannot say its text when it is stored could not say it to whoever prints its trace either.
            throw cause.filter(fault -> !failure.trace().isEmpty())
                    .map(fault -> new TrialAbortedException(message, fault))
                    .orElseGet(() -> new TrialAbortedException(message));
        }
        if (cause.isEmpty()) {
            throw new TuningFailedError(message);
        }
    }

    private String name() {
        return invocation.name();
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        invocation.end(Optional.empty());
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        if (isJudged) {
            invocation.end(Optional.ofNullable(thrown));
        } else {
            infeasible(cause == null ? "aborted" : text(cause));
        }
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        invocation.end(isJudged ? Optional.ofNullable(thrown) : Optional.of(MemoryGuard.unwrap(cause)));
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        if (!invocation.isMet() && reason.filter(CANCELLED::equals).isPresent()) {
            invocation.source().cancelled();
            return;
        }
        infeasible("disabled: " + reason.orElse("without a reason"));
    }

    /** An exception can itself throw when it is asked for its text. */
    private static String text(Throwable cause) {
        try {
            return String.valueOf(cause.getMessage());
        } catch (RuntimeException | Error e) {
            return cause.getClass().getSimpleName();
        }
    }

    /** An assumption that does not hold says that this configuration cannot be tried. */
    private void infeasible(String reason) {
        Optional<Throwable> cause = Optional.empty();
        try {
            invocation.begun().ifPresent(trial -> trial.infeasible(reason));
        } catch (InfeasibleException e) {
            cause = Optional.of(e);
        }
        invocation.end(cause);
        invocation.begun().ifPresent(trial -> invocation.source().abandoned(trial, reason));
    }
}
