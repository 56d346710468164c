"""Makes the data sets of this folder: hard cases for a logistic fit, with values certified by mpmath at 100 digits.

Run with: python3 tests/training/hard/generate.py (needs mpmath; some minutes). `certified` is null where no unique finite maximum exists.
The sets wild-weights* hold random designs with weights of 1e-6 to 1e6 that were found hard, certified by the same `fit`.
"""
import json, pathlib, random
import mpmath as mp

HERE = pathlib.Path(__file__).parent
REFERENCE = HERE.parent / "reference"
mp.mp.dps=100
random.seed(5)
base=json.load(open(REFERENCE / "mtcars-am-wt-hp.json"))
inf=json.load(open(REFERENCE / "infert.json"))
eso=json.load(open(REFERENCE / "esoph-weighted.json"))
def fit(X,y,w=None,l2=0,its=300):
    n=len(X);p=len(X[0])+1
    w=w or [1]*n
    # QR-free: standardise in mp
    M=[[mp.mpf(1)]+[mp.mpf(v) for v in r] for r in X]
    mean=[mp.mpf(0)]+[sum(r[j] for r in M)/n for j in range(1,p)]
    sd=[mp.mpf(1)]+[mp.sqrt(sum((r[j]-mean[j])**2 for r in M)/n) for j in range(1,p)]
    Z=[[mp.mpf(1)]+[(r[j]-mean[j])/sd[j] for j in range(1,p)] for r in M]
    b=mp.matrix(p,1)
    for it in range(its):
        H=mp.matrix(p,p); g=mp.matrix(p,1); 
        for i in range(n):
            if w[i]==0: continue
            e=sum(Z[i][j]*b[j] for j in range(p)); q=1/(1+mp.e**(-e)); r=w[i]*(y[i]-q); v=w[i]*q*(1-q)
            for j in range(p):
                g[j]+=r*Z[i][j]
                for k in range(j,p): H[j,k]+=v*Z[i][j]*Z[i][k]
        for j in range(p):
            for k in range(j): H[j,k]=H[k,j]
        d=mp.lu_solve(H,g); 
        m=max(abs(x) for x in d)
        def ll(b): return -sum(w[i]*mp.log(1+mp.e**(-(2*y[i]-1)*sum(Z[i][j]*b[j] for j in range(p)))) for i in range(n) if w[i])
        if it<25:
            l0=ll(b); t=mp.mpf(1)
            while ll(b+t*d)<l0: t/=2
            d=t*d
        b=b+d
        if m<mp.mpf(10)**-45: break
    else: raise Exception('noconv')
    C=H**-1
    beta=[b[j]/sd[j] for j in range(1,p)]
    b0=b[0]-sum(beta[j-1]*mean[j] for j in range(1,p))
    c=mp.matrix([1]+[-mean[j]/sd[j] for j in range(1,p)])
    se0=mp.sqrt((c.T*C*c)[0])
    return dict(intercept=mp.nstr(b0,25),coefficients=[mp.nstr(x,25) for x in beta],seIntercept=mp.nstr(se0,25),standardErrors=[mp.nstr(mp.sqrt(C[j,j])/sd[j],25) for j in range(1,p)])
def save(name,X,y,w=None,ok=True,features=None):
    try: c=fit(X,y,w,its=60) if ok else None
    except Exception as e: print('NOFIT',name,e); c=None
    d=dict(name=name,X=X,y=y,weights=w,features=features or ["x%d"%i for i in range(len(X[0]))],certified=c)
    json.dump(d,open(HERE / (name + ".json"), "w")); print(name)
X,y=base['X'],base['y']
for k in (3,5,7,9,11):
    e=10.0**-k
    save('mtcars-near-collinear-%d'%k,[[a,b,2*a+e*random.gauss(0,1)] for a,b in X],y)
    save('infert-near-collinear-%d'%k,[[a,b,a+b+e*random.gauss(0,1)] for a,b in inf['X']],inf['y'])
save('infert-scale',[[a*1e-8,b*1e8] for a,b in inf['X']],inf['y'])
save('infert-offset9',[[a+1e9,b+1e6] for a,b in inf['X']],inf['y'])
save('infert-offset-year',[[a+2020,b*1e12+1e15] for a,b in inf['X']],inf['y'])
save('infert-near-offset',[[a+1e7,b,a+b+random.gauss(0,1)*1e-4] for a,b in inf['X']],inf['y'])
w=[random.choice([0,0,1,2.5,1e6,1e-3]) for _ in inf['X']]
save('infert-weights-wild',inf['X'],inf['y'],w)
save('esoph-weights-near',[[a,b,c,a+b+c+1e-6*random.gauss(0,1)] for a,b,c in eso['X']],eso['y'],eso['weights'])
n=60
# almost separated
xs=[i/10 for i in range(n)]; ys=[1 if x>3 else 0 for x in xs]; ys[29],ys[31]=1,0
save('almost-separated',[[x] for x in xs],ys)
ys=[1 if x>3 else 0 for x in xs]; xs2=xs[:]+[3.0000001,2.9999999]; ys2=ys+[0,1]
xs3=[x for x in xs if abs(x-3)>0.05 ]; 
save('tiny-overlap',[[x] for x in xs3]+[[3.0001],[2.9999]],[1 if x>3 else 0 for x in xs3]+[0,1])
save('tiny-overlap7',[[x] for x in xs3]+[[3.0000001],[2.9999999]],[1 if x>3 else 0 for x in xs3]+[0,1])
save('outlier',[[x,0.0] for x in xs]+[[1e6,1.0],[1e6,2.0],[-1e6,1.5],[2.,1.]],[random.randint(0,1) for _ in xs]+[1,0,0,1])
save('symmetric-zero',[[-1],[1],[-1],[1]],[0,0,1,1])
# heavy tailed values like money
Xm=[[round(10**random.gauss(6,2),2),random.randint(0,1),random.gauss(0,1)] for _ in range(200)]
ym=[1 if random.random()<1/(1+2.718**(-(0.8*(a>1e6)+b-1))) else 0 for a,b,c in Xm]
save('money',Xm,ym)
# not fit
save('quasi-dummy',[[a,b,1 if i%31==0 else 0] for i,(a,b) in enumerate(inf['X'])],[1 if i%31==0 else t for i,t in enumerate(inf['y'])],None,False,["a","b","rare"])
def sepdir(n,p,quasi):
    r=[];l=[]
    for _ in range(n):
        v=[random.gauss(0,1) for _ in range(p)]
        s=v[0]+0.5*v[1]
        r.append(v); l.append(1 if s>0 else 0)
    if quasi:
        # points exactly on the boundary v0 = -0.5 v1 (exact), both labels
        for k in range(20):
            t=random.randint(-8,8)/4; r.append([-0.5*t,t]+[random.gauss(0,1) for _ in range(p-2)]); l.append(k%2)
    return r,l
r,l=sepdir(100,4,False); save('sep-joint',r,l,None,False)
r,l=sepdir(100,4,True); save('quasi-joint',r,l,None,False)
r,l=sepdir(100,4,True); save('quasi-joint-scaled',[[a*1e-8,b*1e8,c+1e6,d] for a,b,c,d in r],l,None,False)
r,l=sepdir(100,3,False); r.append([5.,5.,0.]); l.append(0); save('sep-but-zero-weight',r,l,[1]*100+[0],False)
r,l=sepdir(100,3,False); r.append([5.,5.,0.]); l.append(0); save('sep-but-tiny-weight',r,l,[1]*100+[1e-6],True)
save('sum-collinear',[[a,b,c,a+b-c+3] for a,b,c in [[random.gauss(0,1)*10**random.randint(-3,3) for _ in range(3)] for _ in range(50)]],[random.randint(0,1) for _ in range(50)],None,False)
r=[[random.random() for _ in range(5)] for _ in range(80)]; r=[[round(v/sum(q)*100,2) for v in q]for q in r]
for q in r: q[4]=round(100-sum(q[:4]),2)
save('shares-100',r,[random.randint(0,1) for _ in r],None,False)
save('n-lt-p',[[random.gauss(0,1) for _ in range(10)] for _ in range(6)],[0,1,0,1,1,0],None,False)
save('const',[[a,7.3,b] for a,b in inf['X']],inf['y'],None,False)
save('dup-scaled',[[a,b,b*2.20462] for a,b in X],y,None,False)
save('dummies-full',[[1 if k==j else 0 for j in range(4)]+[random.gauss(0,1)] for k in [random.randrange(4) for _ in range(80)]],[random.randint(0,1) for _ in range(80)],None,False)
# quasi: 2x2 with empty cell + interaction
rows=[];lab=[]
for a in (0,1):
    for b in (0,1):
        for k in range(10):
            rows.append([a,b,a*b]); lab.append(1 if a and b else k%3==0 and 1 or 0)
save('quasi-interaction',rows,lab,None,False)
