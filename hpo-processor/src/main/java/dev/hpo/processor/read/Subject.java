// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import javax.lang.model.element.Element;

/**
 * What a message is about.
 *
 * @param text its name for people: {@code MlpConfig.learningRate}
 * @param element its declaration
 * @param report where to say what is wrong with it
 */
record Subject(String text, Element element, Report report) {

    Place place() {
        return Place.of(element);
    }
}
