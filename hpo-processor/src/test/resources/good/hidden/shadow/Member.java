package good.shadow;

class Member {}
