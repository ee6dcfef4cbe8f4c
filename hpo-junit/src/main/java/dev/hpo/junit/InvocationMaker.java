// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * Makes the invocations of a {@link TuningTest} or a {@link PopulationTest}. The extension finds it as a service, since what a user writes must not depend on
 * what makes it work.
 */
@API(status = Status.INTERNAL, since = "0.1")
public interface InvocationMaker {

    /**
     * Returns the invocations of a test template, each made when it is asked for.
     *
     * @throws TuningConfigurationException if its declaration or a configuration parameter is not right
     */
    Stream<TestTemplateInvocationContext> invocations(ExtensionContext context);

    /**
     * Takes that JUnit skips a test.
     *
     * @param context the invocation that is skipped; the test template for one that JUnit has not even prepared, since the run was
     *     cancelled
     */
    void skipped(ExtensionContext context);
}
