package good.shadow;

class Long {}
