// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.invocation;

import dev.hpo.junit.declaration.ConfigurationSlots;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * The invocations of a tuning test, made one by one as JUnit asks for them.
 *
 * <p>If JUnit drops the first one unseen, it is looking for an invocation that was selected by its number, though no launcher
 * has said so. Then no study is begun, and the invocations are those of stored trials. If invocations follow one another and one that
 * it has named neither ran nor ended, the run was cancelled.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Invocations implements Iterator<TestTemplateInvocationContext> {

    private final ConfigurationSlots slots;
    private final Supplier<Supply> stored;
    private Supply supply;
    private int made;
    private @Nullable TrialInvocation last;
    private @Nullable TrialInvocation upcoming;

    /**
     * Creates invocations.
     *
     * @param slots the configurations that the test takes
     * @param supply where trials come from
     * @param stored makes the supply of stored trials
     */
    public Invocations(ConfigurationSlots slots, Supply supply, Supplier<Supply> stored) {
        this.slots = slots;
        this.supply = supply;
        this.stored = stored;
    }

    @Override
    public boolean hasNext() {
        if (upcoming == null) {
            if (last != null && made == 1 && !last.isDisplayed()) {
                supply = stored.get();
            }
            if (last != null && supply.pace().isNamed() && last.isDisplayed() && !last.isMet()) {
                supply.source().cancelled();
            }
            TrialInvocation candidate = new TrialInvocation(
                    made + 1, supply.source(), slots, supply.pace().isNamed());
            upcoming = supply.pace().admits(candidate, made) ? candidate : null;
        }
        return upcoming != null;
    }

    @Override
    public TestTemplateInvocationContext next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException("there are only " + made + " invocations");
        }
        last = upcoming;
        upcoming = null;
        made++;
        return last;
    }

    /**
     * Trials and the pace at which they come.
     *
     * @param source the trials
     * @param pace the pace
     */
    public record Supply(TrialSource source, Pace pace) {}
}
