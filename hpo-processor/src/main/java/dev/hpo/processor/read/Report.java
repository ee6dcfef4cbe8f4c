// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Collects what is wrong with one annotated type. */
final class Report {

    private final Element root;
    private final SourceTrees trees;
    private final List<Fault> faults = new ArrayList<>();
    private boolean curable;

    Report(Element root, SourceTrees trees) {
        this.root = root;
        this.trees = trees;
    }

    /** Adds a fault; one in a class file, which has no lines, is shown at the annotated type. */
    void add(Message message, Place place, Object... arguments) {
        Place shown = trees.isSource(place.element()) ? place : Place.of(root);
        faults.add(new Fault(message, shown, List.of(arguments)));
    }

    /** Adds a fault that another processor may cure before the next round. */
    void addCurable(Message message, Place place, Object... arguments) {
        add(message, place, arguments);
        curable = true;
    }

    boolean isClean() {
        return faults.isEmpty();
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
