// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.hpo.junit.launch.Selection.Template;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class SelectionReaderTests {

    private static final String CLASS_ID = "[engine:junit-jupiter]/[class:sample.Outer]";
    private static final String TEMPLATE_ID = CLASS_ID + "/[test-template:tune(sample.Config)]";
    private static final Template TEMPLATE = new Template(TEMPLATE_ID, "sample.Outer", "tune");
    private static final Template NESTED = new Template(
            CLASS_ID + "/[nested-class:Inner]/[test-template:tune(sample.Config)]", "sample.Outer$Inner", "tune");
    private static final DiscoverySelector THIRD = selectUniqueId(TEMPLATE_ID + "/[test-template-invocation:#3]");

    @Test
    void uniqueIdOfAnInvocation_selectsIt() {
        assertThat(only(THIRD)).containsExactly(3);
    }

    @Test
    void uniqueIdOfAnInvocation_selectsNothingElsewhere() {
        assertThat(SelectionReader.read(request(THIRD)).only(NESTED)).isEmpty();
    }

    @Test
    void iterations_areCountedFromZero() {
        assertThat(only(selectIteration(selectMethod("sample.Outer", "tune", "sample.Config"), 4, 0)))
                .containsExactly(1, 5);
        assertThat(only(selectIteration(selectUniqueId(TEMPLATE_ID), 2))).containsExactly(3);
    }

    @Test
    void iterationsOfANestedMethod_areItsOwn() {
        Selection selection = SelectionReader.read(
                request(selectIteration(selectNestedMethod(List.of("sample.Outer"), "sample.Outer$Inner", "tune"), 0)));

        assertThat(selection.only(NESTED)).containsExactly(1);
        assertThat(selection.only(TEMPLATE)).isEmpty();
    }

    static Stream<DiscoverySelector> wholes() {
        return Stream.of(
                selectUniqueId("[engine:junit-jupiter]"),
                selectUniqueId(CLASS_ID),
                selectUniqueId(TEMPLATE_ID),
                selectClass("sample.Outer"),
                selectMethod("sample.Outer", "tune"),
                selectPackage("sample"));
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void whatTakesTheWholeTemplate_takesAllInvocations(DiscoverySelector whole) {
        assertThat(only(THIRD, whole)).isEmpty();
    }

    @Test
    void whatIsElsewhere_leavesTheSelectionAlone() {
        assertThat(only(
                        THIRD,
                        selectClass("sample.OuterOther"),
                        selectMethod("sample.Outer", "other"),
                        selectNestedClass(List.of("sample.Outer"), "sample.Outer$Inner"),
                        selectUniqueId(CLASS_ID + "/[method:other()]")))
                .containsExactly(3);
    }

    @Test
    void strangeInvocation_selectsNothing() {
        assertThat(only(selectUniqueId(TEMPLATE_ID + "/[test-template-invocation:third]")))
                .isEmpty();
    }

    private static SortedSet<Integer> only(DiscoverySelector... selectors) {
        return SelectionReader.read(request(selectors)).only(TEMPLATE);
    }

    private static org.junit.platform.launcher.LauncherDiscoveryRequest request(DiscoverySelector... selectors) {
        return LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
    }
}
