// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import org.apiguardian.api.API;

/** The search space of one type. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface SpaceModel permits ProductModel, ChoiceModel {

    /** Returns the configuration type. */
    TypeId type();
}
