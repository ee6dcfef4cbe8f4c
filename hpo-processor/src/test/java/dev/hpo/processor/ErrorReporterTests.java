// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorReporterTests {

    @Test
    void errorsOfOneTextAtTwoMethodsOfOneNameAreBothPrinted() {
        List<SourceFile> sources = new ArrayList<>(ProcessorTests.fixtures());
        sources.add(ProcessorTests.source(
                "a.Tests",
                "class Tests { @dev.hpo.junit.TuningTest @dev.hpo.junit.Minimize(\"loss\") void tune(Config config) {} "
                        + "@dev.hpo.junit.TuningTest @dev.hpo.junit.Minimize(\"loss\") void tune(Config config, int other) {} } "
                        + "@SearchSpace record Config(boolean on) {}"));

        assertThat(ProcessorTests.errors(Cases.compile(sources)))
                .filteredOn(error -> error.startsWith("Tests.tune: Trial (none)"))
                .hasSize(2);
    }
}
