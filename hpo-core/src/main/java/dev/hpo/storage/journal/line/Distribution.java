// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter is drawn from, in Optuna's terms.
 *
 * @param text how it is written, as a text of JSON
 * @param kind what it means
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Distribution(String text, Kind kind) {

    /** Returns a distribution, written as Optuna writes it. */
    public static Distribution of(Kind kind) {
        return new Distribution(DistributionText.write(kind), kind);
    }

    /**
     * Reads a distribution.
     *
     * @throws LineException if it is none that Optuna knows
     */
    public static Distribution parse(String text) throws LineException {
        return new Distribution(text, DistributionText.read(text));
    }

    /** Returns whether Optuna takes both for the same parameter of a study: bounds and steps may differ, but no more. */
    public boolean isCompatibleWith(Distribution other) {
        return kind.isCompatibleWith(other.kind);
    }

    /** What a distribution means. */
    @API(status = Status.INTERNAL, since = "0.1")
    public sealed interface Kind {

        /** Returns whether Optuna takes both for the same parameter of a study. */
        boolean isCompatibleWith(Kind other);
    }

    /**
     * Numbers.
     *
     * @param low the smallest
     * @param high the largest
     * @param isLog whether they are uniform on a logarithmic scale
     * @param step how far they are apart; empty if there are no gaps
     */
    @API(status = Status.INTERNAL, since = "0.1")
    public record Real(double low, double high, boolean isLog, OptionalDouble step) implements Kind {
        @Override
        public boolean isCompatibleWith(Kind other) {
            return other instanceof Real real && real.isLog == isLog;
        }
    }

    /**
     * Whole numbers.
     *
     * @param low the smallest
     * @param high the largest
     * @param isLog whether they are uniform on a logarithmic scale
     * @param step how far they are apart; at least 1
     */
    @API(status = Status.INTERNAL, since = "0.1")
    public record Whole(long low, long high, boolean isLog, long step) implements Kind {
        @Override
        public boolean isCompatibleWith(Kind other) {
            return other instanceof Whole whole && whole.isLog == isLog;
        }
    }

    /**
     * Values without an order.
     *
     * @param choices values of JSON: texts, numbers, truth values or {@code null}
     */
    @API(status = Status.INTERNAL, since = "0.1")
    public record Categorical(List<@Nullable Object> choices) implements Kind {

        /** Creates a kind. */
        public Categorical {
            choices = Collections.unmodifiableList(new ArrayList<>(choices));
        }

        @Override
        public boolean isCompatibleWith(Kind other) {
            return equals(other);
        }
    }
}
