// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.model;

import org.apiguardian.api.API;

/**
 * A member of a record or class.
 *
 * @param field its name in the source, which is also the name of the generated field
 * @param naming the names under which it is stored
 * @param content what it holds
 * @param access how it is read and written
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record MemberModel(String field, Naming naming, Content content, Access access) {

    /**
     * How a member is read and written.
     *
     * @param read the expression after the instance and a dot: {@code learningRate()}, {@code learningRate}
     * @param setter the name of the method that writes it; empty if it is assigned, or if a constructor sets it
     * @param primitive the primitive type that the setter or constructor takes, empty if it takes another type: a value
     *     that is still boxed could choose another method or constructor of the name
     */
    public record Access(String read, String setter, String primitive) {}
}
