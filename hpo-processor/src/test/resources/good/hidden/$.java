package good;

enum $ {
    $$,
    L$
}
