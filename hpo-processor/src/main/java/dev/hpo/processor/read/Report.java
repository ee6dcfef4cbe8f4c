// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Collects what is wrong with one annotated type. */
final class Report {

    private final Element root;
    private final Environment environment;
    private final List<Fault> faults = new ArrayList<>();
    private boolean curable;

    Report(Element root, Environment environment) {
        this.root = root;
        this.environment = environment;
    }

    /** Adds a fault; one in a class file, which has no lines, is shown at the annotated type. */
    void add(Message message, Place place, Object... arguments) {
        Place shown = environment.isCompiled(place.element()) ? place : Place.of(root);
        faults.add(new Fault(Kotlin.words(message, place.element()), shown, List.of(arguments)));
    }

    /** Adds a fault that another processor may cure before the next round. */
    void addCurable(Message message, Place place, Object... arguments) {
        add(message, place, arguments);
        defer();
    }

    /** Adds faults of another report. */
    void addAll(List<Fault> others) {
        faults.addAll(others);
    }

    boolean isClean() {
        return faults.isEmpty();
    }

    /** Says that the next round may show the type otherwise. */
    void defer() {
        curable = true;
    }

    boolean isCurable() {
        return curable;
    }

    int size() {
        return faults.size();
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }
}
