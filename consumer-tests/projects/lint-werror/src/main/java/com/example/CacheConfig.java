package com.example;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** A plain class: fields, one of them private, one inherited; used through its generated space. */
@SearchSpace
class CacheConfig extends CacheDefaults {

    @LogUniform(min = 16, max = 4096)
    int capacity = 256;

    @Uniform(min = 0, max = 1)
    private double share = 0.5;

    double getShare() {
        return share;
    }

    void setShare(double share) {
        this.share = share;
    }

    static int parameters() {
        return CacheConfigSpace.SPACE.parameters().size();
    }
}
