// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Of;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Decides what becomes of a trial whose body has returned or thrown. */
final class TrialEnd {

    /** The attribute that keeps an objective value that does not count, as {@link Double#toString} writes it. */
    static final String RAW_VALUE = "hpo.value";

    private final Direction direction;
    private final Of of;

    TrialEnd(Direction direction, Of of) {
        this.direction = direction;
        this.of = of;
    }

    TrialLog.Ending returned(TrialLog log, TrialRecord trial) {
        if (log.stop().isPresent()) {
            return new TrialLog.Ending(log.stop().get(), trial.progress());
        }
        OptionalDouble value = value(log, trial);
        if (value.isEmpty()) {
            return failed(
                    trial,
                    Failure.of(
                            Failure.Kind.NO_REPORT,
                            "trial " + trial.number()
                                    + " must report a value before it returns; call trial.report(value)"));
        }
        double raw = value.getAsDouble();
        if (!Double.isFinite(raw)) {
            Failure failure = Failure.of(
                    Failure.Kind.NOT_FINITE, "objective value (" + raw + ") must be finite" + cause(log, trial));
            return new TrialLog.Ending(
                    new Outcome.Failed(failure), trial.progress().withAttribute(RAW_VALUE, Double.toString(raw)));
        }
        return new TrialLog.Ending(Outcome.Complete.of(raw), trial.progress());
    }

    /** What a trial goes on with is not a value of its own. */
    private OptionalDouble value(TrialLog log, TrialRecord trial) {
        if (log.finalValue().isPresent()) {
            return log.finalValue();
        }
        return log.hasReported() ? of.value(trial.progress(), direction) : OptionalDouble.empty();
    }

    /** A mean does not show which fold it was. */
    private String cause(TrialLog log, TrialRecord trial) {
        if (of != Of.MEAN || log.finalValue().isPresent()) {
            return "";
        }
        return trial.observations().stream()
                .filter(fold -> !Double.isFinite(fold.value()))
                .findFirst()
                .map(fold -> "; it is the mean of " + trial.observations().size() + " values, of which that of step "
                        + fold.step() + " is " + fold.value())
                .orElse("");
    }

    /**
     * A trial that was stopped from within throws what told it so; anything else that it throws is a fault of its own. One that pauses has what it needs, whatever
     * its body has made of that.
     */
    TrialLog.Ending threw(TrialLog log, TrialRecord trial, Throwable cause) {
        return log.isPausing() || (log.stop().isPresent() && isStop(cause))
                ? returned(log, trial)
                : failed(trial, failure(cause));
    }

    private static TrialLog.Ending failed(TrialRecord trial, Failure failure) {
        return new TrialLog.Ending(new Outcome.Failed(failure), trial.progress());
    }

    private static boolean isStop(Throwable cause) {
        try {
            return Stream.iterate(Optional.of(cause), Optional::isPresent, link -> link.map(Throwable::getCause))
                    .flatMap(Optional::stream)
                    .limit(100)
                    .anyMatch(link -> link instanceof TrialPrunedException
                            || link instanceof InfeasibleException
                            || link instanceof TrialMisuseException);
        } catch (RuntimeException | Error e) {
            // It cannot be asked for its cause.
            return false;
        }
    }

    /** An exception can itself throw when it is asked for its text, or overflow the stack: then there is its type. */
    private static Failure failure(Throwable cause) {
        String type = cause.getClass().getSimpleName().isEmpty()
                ? cause.getClass().getName()
                : cause.getClass().getSimpleName();
        try {
            String text = cause.getMessage() == null ? "" : ": " + cause.getMessage();
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace, true));
            return new Failure(kind(cause), type + LocalPaths.hide(text), LocalPaths.hide(trace.toString()));
        } catch (RuntimeException | Error e) {
            return Failure.of(
                    kind(cause),
                    type + ", whose text cannot be had: " + e.getClass().getSimpleName());
        }
    }

    private static Failure.Kind kind(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return Failure.Kind.TIMEOUT;
        }
        return cause instanceof InterruptedException ? Failure.Kind.INTERRUPTED : Failure.Kind.EXCEPTION;
    }
}
