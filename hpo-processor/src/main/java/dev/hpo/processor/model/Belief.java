// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import org.apiguardian.api.API;

/**
 * Where good values of a parameter are believed to lie.
 *
 * @param value the value: a Double or Long of a range, or that of an option
 * @param strength the spread if the values have an order, else the weight
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Belief(Object value, double strength) {}
