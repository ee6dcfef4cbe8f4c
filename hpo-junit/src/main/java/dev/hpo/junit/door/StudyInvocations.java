// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.InvocationMaker;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** Makes invocations one by one, as JUnit asks for them. */
@API(status = Status.INTERNAL, since = "0.1")
public final class StudyInvocations implements InvocationMaker {

    /** Creates a maker. */
    public StudyInvocations() {}

    @Override
    public Stream<TestTemplateInvocationContext> invocations(ExtensionContext context) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        InvocationChoice.read(context).invocations(), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    @Override
    public void skipped(ExtensionContext context) {
        Cancellation.skipped(context);
    }
}
